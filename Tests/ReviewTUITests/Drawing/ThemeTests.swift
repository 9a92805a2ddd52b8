import Glibc
import Testing

@testable import ReviewTUI

@Suite struct ThemeTests {
  @Test(arguments: [(ThemeName.auto, [0.0, 1.0], 3.5), (.dark, [0.0, 0.016], 4.5), (.light, [1.0, 0.8], 3.0)])
  func inksCanBeRead(name: ThemeName, grounds: [Double], contrast: Double) {
    let theme = Theme(name: name)
    for role in Role.allCases {
      let style = theme.style(of: role, colors: 256)
      let papers = style.paper == .standard ? grounds : [luminance(style.paper.rich)]
      guard style.ink != .standard else {
        #expect(style.paper == .standard, "\(role) has a paper and no ink")
        continue
      }
      for paper in papers {
        let ink = luminance(style.ink.rich)
        let ratio = (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05)
        // The border is a line, not text.
        #expect(ratio >= (role == .border ? 2.5 : contrast), "\(name) \(role): \(ratio)")
      }
    }
  }

  @Test(arguments: ThemeName.allCases, [0, 8, 256])
  func importantRolesDifferFromText(name: ThemeName, colors: Int) {
    let theme = Theme(name: name)
    let normal = theme.style(of: .normal, colors: colors)
    for role in [Role.selected, .selectedInactive, .match, .error, .warning, .bar, .key, .input, .heading] {
      #expect(theme.style(of: role, colors: colors) != normal, "\(role)")
    }
    #expect(theme.style(of: .selected, colors: colors) != theme.style(of: .selectedInactive, colors: colors))
  }

  @Test(arguments: ThemeName.allCases)
  func withoutColoursOnlyAttributesAreUsed(name: ThemeName) {
    for role in Role.allCases {
      let style = Theme(name: name).style(of: role, colors: 0)
      #expect(style.ink == .standard && style.paper == .standard)
    }
  }

  /// Relative luminance of a colour of the 256-colour cube, 0 to 1.
  private func luminance(_ index: Int16) -> Double {
    let index = Int(index)
    if index >= 232 {
      return linear(8 + 10 * (index - 232))
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return 0.2126 * linear(steps[cube / 36]) + 0.7152 * linear(steps[cube / 6 % 6]) + 0.0722 * linear(steps[cube % 6])
  }

  private func linear(_ level: Int) -> Double {
    let share = Double(level) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
