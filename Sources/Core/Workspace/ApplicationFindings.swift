extension RuleBook {
  /// What `check` says of one application: its own findings with the cross-checks against its county's summary table
  /// (附件3), the most severe first. Of repeated filings (R37) nothing is said, they are found only among all counties;
  /// neighbours that cannot be read are left out.
  public func findings(_ application: Application, in workspace: Workspace) -> [Finding] {
    var joint = JointCheck(self, summaries: [:])
    if let unit = RecordID(application.unit), let summary = whereReadable({ try workspace.summary(unit: unit) }) ?? nil
    {
      joint = JointCheck(self, summaries: [application.unit: summary])
      // Ids do not bind an application to its unit, the form does: every neighbour is asked.
      if let folder = whereReadable({ try workspace.applications() }),
        let ids = whereReadable({ try folder.listing().records })
      {
        for id in ids where !id.text.hasSameBytes(as: application.id) {
          guard Self.mayBelong(id, to: unit, program), let other = whereReadable({ try folder.application(id) }),
            other.unit.hasSameBytes(as: application.unit)
          else { continue }
          joint.add(other)
        }
      }
    }
    joint.add(application)
    let own = findings(application) + (joint.findings()[application.id] ?? [])
    return Self.sorted(own)
  }

  /// Whether the id names the unit, or none that the program knows.
  private static func mayBelong(_ id: RecordID, to unit: RecordID, _ program: Program) -> Bool {
    let named = program.units.first { id.text.contains("-\($0.key)-") }
    return named.map { $0.key.hasSameBytes(as: unit.text) } ?? true
  }
}
