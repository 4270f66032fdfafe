"""The slide view: outline, slide and notes, presenting, handouts."""
