"""What the pages show: frozen values made for the templates, which loop and print and decide nothing."""
