import GRDB

/// Where GeoPackages are written and read.
enum GeoPackage {}
