/// The tables that the standard, GDAL and QGIS ask for (OGC 12-128r15; GDAL's and QGIS's own tables as these make them).
enum GeoPackageSchema {
  /// EPSG's number of WGS 84, longitude first in every GeoPackage.
  static let wgs84 = 4326
  /// `GPKG`, and version 1.3.
  static let applicationID = 0x4750_4B47
  static let version = 10_300

  static let tables = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    CREATE TABLE gpkg_ogr_contents (
      table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
    CREATE TABLE gpkg_metadata (
      id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
      md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
      mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
    CREATE TABLE gpkg_metadata_reference (
      reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
      timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
      CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
      CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
      f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
      styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
      owner TEXT(30), ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
    CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB);
    """

  /// Reference systems that every GeoPackage has.
  static let referenceSystems: [(name: String, id: Int, by: String, definition: String)] = [
    ("Undefined Cartesian SRS", -1, "NONE", "undefined"),
    ("Undefined geographic SRS", 0, "NONE", "undefined"),
    (
      "WGS 84 geodetic", wgs84, "EPSG",
      """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
      """
    ),
  ]

  static let rtreeDefinition = "http://www.geopackage.org/spec120/#extension_rtree"
  static let metadataDefinition = "http://www.geopackage.org/spec120/#extension_metadata"

  /// What keeps GDAL's count right when somebody edits.
  static func countTriggers(_ table: String) -> String {
    ["insert": "+", "delete": "-"].sorted { $0.key > $1.key }.map { change, sign in
      """
      CREATE TRIGGER "trigger_\(change)_feature_count_\(table)" AFTER \(change.uppercased()) ON "\(table)"
      BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count \(sign) 1
      WHERE lower(table_name) = lower('\(table)'); END;
      """
    }.joined(separator: "\n")
  }

  /// What keeps the spatial index right when somebody edits; they call functions that plain SQLite lacks, so no row
  /// can be written by plain SQLite once they are there (OGC 12-128r15, annex F.3).
  static func indexTriggers(_ table: String) -> String {
    let index = "\"rtree_\(table)_geom\""
    let put = """
      INSERT OR REPLACE INTO \(index) VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), \
      ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"))
      """
    let drop = "DELETE FROM \(index) WHERE id = OLD.\"fid\""
    let isShape = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))"
    let isNone = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))"
    let rules = [
      (
        "insert",
        "AFTER INSERT ON \"\(table)\" WHEN (new.\"geom\" NOT NULL AND NOT ST_IsEmpty(NEW.\"geom\"))",
        put
      ),
      (
        "update1",
        "AFTER UPDATE OF \"geom\" ON \"\(table)\" WHEN OLD.\"fid\" = NEW.\"fid\" AND \(isShape)",
        put
      ),
      (
        "update2",
        "AFTER UPDATE OF \"geom\" ON \"\(table)\" WHEN OLD.\"fid\" = NEW.\"fid\" AND \(isNone)",
        drop
      ),
      (
        "update3", "AFTER UPDATE ON \"\(table)\" WHEN OLD.\"fid\" != NEW.\"fid\" AND \(isShape)",
        drop + "; " + put
      ),
      (
        "update4", "AFTER UPDATE ON \"\(table)\" WHEN OLD.\"fid\" != NEW.\"fid\" AND \(isNone)",
        "DELETE FROM \(index) WHERE id IN (OLD.\"fid\", NEW.\"fid\")"
      ),
      ("delete", "AFTER DELETE ON \"\(table)\" WHEN old.\"geom\" NOT NULL", drop),
    ]
    return rules.map { name, when, what in
      "CREATE TRIGGER \"rtree_\(table)_geom_\(name)\" \(when) BEGIN \(what); END;"
    }.joined(separator: "\n")
  }
}
