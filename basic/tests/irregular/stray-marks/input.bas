TALK "x";
}
TALK "y"
