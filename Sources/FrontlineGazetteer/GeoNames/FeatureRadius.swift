/// How far a place of a feature code may reach from its point, in km, where the source says nothing.
///
/// Round estimates of ours, for the precision of a claim, not for drawing:
///
/// | kind | km |
/// |---|---|
/// | settlement by its people: 1 million and more, 300,000, 100,000, 20,000, 5,000, fewer | 12, 8, 5, 3, 2, 1 |
/// | settlement without a figure: capital, seat of a first-order unit, of a second-order unit, others | 10, 5, 2, 1 |
/// | part of a town (`PPLX`) | 1 |
/// | pass, peak, hill, junction, bridge, dam, site | 1 |
/// | airport, air base, camp, base | 2 |
/// | valley, gorge, ridge, plain, lake, forest, region without outline | 10 |
/// | mountain range, desert, plateau, river, road | 30 |
/// | units: second, third, fourth order | 20, 10, 5 |
/// | first-order units and countries: from the spread of their places; else | 80, 300 |
public enum FeatureRadius {
  public static func kilometres(
    featureClass: String, featureCode: String, population: Int?
  ) -> Double {
    switch featureClass {
    case "P": settlement(featureCode, population)
    case "A": unit(featureCode)
    case "T", "H", "L", "V", "R": feature(featureCode)
    default: ["AIRP", "AIRB", "AIRF", "CMP", "CMPRF", "INSM"].contains(featureCode) ? 2 : 1
    }
  }

  private static func settlement(_ code: String, _ population: Int?) -> Double {
    if code == "PPLX" { return 1 }
    if let population {
      switch population {
      case 1_000_000...: return 12
      case 300_000...: return 8
      case 100_000...: return 5
      case 20_000...: return 3
      case 5000...: return 2
      default: return 1
      }
    }
    switch code {
    case "PPLC": return 10
    case "PPLA": return 5
    case "PPLA2": return 2
    default: return 1
    }
  }

  private static func unit(_ code: String) -> Double {
    switch code {
    case "ADM1": 80
    case "ADM2": 20
    case "ADM3": 10
    case "ADM4", "ADM5": 5
    default: code.hasPrefix("PCL") ? 300 : 20
    }
  }

  private static func feature(_ code: String) -> Double {
    switch code {
    case "MTS", "DSRT", "PLAT", "UPLD", "STM", "RD", "RR": 30
    case "PASS", "GAP", "PK", "MT", "HLL", "SPNG", "WLL", "RDJCT", "TNL", "ST", "LCTY": 1
    case "MILB", "NVB", "PRT": 2
    default: 10
    }
  }
}
