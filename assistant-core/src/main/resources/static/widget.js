// Loads <health-assistant>: include this file once, as a classic script or as a module.
{
  const own = document.currentScript?.src; // a module has none, and imports from where it is itself
  import(own ? new URL('widget/element.js', own) : './widget/element.js');
}
