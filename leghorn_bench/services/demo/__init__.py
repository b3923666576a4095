"""A bench on made-up data, so that every card and paper can be seen with nothing configured."""
