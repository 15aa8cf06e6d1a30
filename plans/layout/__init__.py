"""Where everything stands on the paper: all decisions about the page end here."""
