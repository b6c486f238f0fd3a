// Loads the <health-assistant> element. Include it once, as a classic script or as a module.
// Everything comes from the folder this file is in; the page needs nothing else.
(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="widget.js"]');
  import(new URL('widget/element.js', script?.src ?? location.href));
})();
