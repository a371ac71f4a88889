"""What the program is made of: its bill of materials, its licences, and known holes in it."""
