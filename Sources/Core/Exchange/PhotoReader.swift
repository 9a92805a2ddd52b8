/// Finds the photographs of 六、项目现场照片 with their captions.
enum PhotoReader {
  /// A photograph and the words beside it.
  struct Photo {
    let picture: DocxPicture
    var caption: String
  }

  private enum Element {
    case picture(DocxPicture)
    case text(String)
  }

  /// Pictures smaller than this on a side are marks, not photographs: 1.2 cm in EMU.
  private static let smallest = 432_000

  /// The photographs of a section; small marks in it are none.
  static func photos(in section: FormSections.Section) -> [Photo] {
    let guidance = FormTemplate.guidance(ofSection: section.number).map { Array(TextFolding.bareKey($0)) }
    var elements: [Element] = []
    collect(section.blocks, into: &elements)
    var photos: [Photo] = []
    var captions: [String] = []
    /// For each caption, how many photographs came before it.
    var places: [Int] = []
    for element in elements {
      switch element {
      case .picture(let picture):
        let isSmall = [picture.width, picture.height].contains { $0.map { $0 < smallest } ?? false }
        if !isSmall { photos.append(Photo(picture: picture, caption: "")) }
      case .text(let text):
        for line in text.split(separator: "\n") {
          let line = String(line).trimmingSpaces()
          guard !line.isEmpty, line.count <= 60, FormGuidance.remaining(line, guidance) != nil else { continue }
          captions.append(caption(line))
          places.append(photos.count)
        }
      }
    }
    if captions.count == photos.count {
      for index in photos.indices { photos[index].caption = captions[index] }
    } else {
      for (caption, place) in zip(captions, places) where place > 0 && photos[place - 1].caption.isEmpty {
        photos[place - 1].caption = caption
      }
    }
    for index in photos.indices where photos[index].caption.isEmpty {
      photos[index].caption = photos[index].picture.description.prefix(80).description.trimmingSpaces()
    }
    return photos
  }

  private static func collect(_ blocks: [DocxBlock], into elements: inout [Element]) {
    for block in blocks {
      switch block {
      case .table(let table):
        for row in table.rows { for cell in row.cells { collect(cell.blocks, into: &elements) } }
      case .paragraph(let paragraph):
        var text = ""
        for piece in paragraph.pieces {
          switch piece {
          case .text(let words): text += words
          case .picture(let picture): elements.append(.picture(picture))
          case .box(let blocks): collect(blocks, into: &elements)
          }
        }
        if !text.allSatisfy(TextFolding.isIgnored) { elements.append(.text(text)) }
      }
    }
  }

  /// Without 图1, 照片2：.
  private static func caption(_ line: String) -> String {
    for lead in ["图片", "照片", "图", "附图"] where line.hasPrefix(lead) {
      let rest = line.dropFirst(lead.count)
      let number = rest.prefix { $0.isWholeNumber || ChineseNumber.isNumeral($0) || "-.".contains($0) }
      guard !number.isEmpty else { continue }
      let words = rest.dropFirst(number.count).drop { "：:、.．，, \u{3000}\t".contains($0) }
      return words.isEmpty ? line : String(words)
    }
    return line
  }
}
