// Loads the <health-assistant> element: include this file once, as a classic script or as a module.
import(new URL('widget/element.js', (document.currentScript ?? document.querySelector('script[src*="widget.js"]')).src));
