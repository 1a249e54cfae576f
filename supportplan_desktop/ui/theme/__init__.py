"""How the product looks: tokens, type, palette, sheet and icons; nothing else holds a colour or a font size."""
