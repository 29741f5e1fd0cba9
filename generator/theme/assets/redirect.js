/* An old address leads on to the new one, the place on the page included. */
location.replace(document.querySelector("link[rel=canonical]").href + location.search + location.hash)
