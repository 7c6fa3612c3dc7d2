/// A picture that stays on the screen, at its lower left.
enum KMLOverlay {
  static func text(_ file: String) -> String {
    """
    <ScreenOverlay id="legend">
    <name>Legend</name>
    <drawOrder>1</drawOrder>
    <Icon><href>\(XMLText.escaped(file))</href></Icon>
    <overlayXY x="0" y="0" xunits="fraction" yunits="fraction"/>
    <screenXY x="12" y="40" xunits="pixels" yunits="pixels"/>
    <size x="0" y="0" xunits="fraction" yunits="fraction"/>
    </ScreenOverlay>

    """
  }
}
