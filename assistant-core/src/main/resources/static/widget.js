// Loads the <health-assistant> element: include this file once, as a classic script or as a module.
{
  const own = document.currentScript ?? document.querySelector('script[src*="widget.js"]');
  import(new URL('widget/element.js', own.src));
}
