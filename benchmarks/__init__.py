"""How fast the export is beside other engines that make a like page."""
