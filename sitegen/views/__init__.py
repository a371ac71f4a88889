"""What templates may see: flat, in words, nothing left to compute."""
