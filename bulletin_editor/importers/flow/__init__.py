"""What every importer makes blocks of: lines of text that know their place, lists, grids of cells."""
