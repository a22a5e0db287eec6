// How well a function answers a question.

extension Question {
  func score(_ entry: SearchEntry, in index: SearchIndex) -> Double {
    var score = 0.0
    var matched = 0.0
    var asked = 0.0
    var covered: Set<String> = []
    for stem in stems {
      var best = (entry.weights[stem] ?? 0) * index.rarity(of: stem)
      let related = SearchWords.related(stem)
      // A name of somebody, or a word that no function knows, says nothing for or against any of them.
      guard index.rarity(of: stem) > 0 || related.contains(where: { index.rarity(of: $0.stem) > 0 }) else { continue }
      // A word of the question stands for one word of the name at most.
      var named = entry.nameStems.contains(stem) ? stem : nil
      // A word that functions have themselves hints at less than one that only people use.
      let trust = index.rarity(of: stem) > 0 ? 0.65 : 1
      for (other, weight) in related {
        best = max(best, (entry.weights[other] ?? 0) * index.rarity(of: other) * weight * trust)
        if named == nil, entry.nameStems.contains(other) { named = other }
      }
      if verbs.contains(stem + " done") { best *= 0.5 }
      if let named {
        covered.insert(named)
        if named == stem { score += 0.45 }
        // "Users of an organization" are users: what is asked for first stands last in a name.
        if stem == head, named == entry.nameStems.last { score += 0.5 }
      }
      score += best
      // A verb that the function does not have is no part of its subject.
      let share = verbs.contains(stem) || verbs.contains(stem + " done") ? 0.4 : 1
      asked += share
      if best > 0 { matched += share }
    }
    guard score > 0 || stems.isEmpty else { return 0 }
    // A name that says nothing else than the question is meant rather than a longer one.
    let names = Set(entry.nameStems)
    if !names.isEmpty { score += 2.2 * Double(covered.count) / Double(names.count) }
    // What answers the whole question goes before what answers one word of it well.
    if asked > 0 { score *= 0.35 + 0.65 * matched / asked }
    score += deed(entry) + prior(entry)
    guard let auth = entry.auth else { return score * 0.85 }
    score *= weight(of: auth)
    return entry.isDeprecated ? score * 0.6 : score
  }

  /// What end users do for themselves counts less than what administrators do, unless it is asked for.
  private func weight(of auth: Operation.Auth) -> Double {
    let isOther = asksForAccount || asksForExperience
    switch auth {
    case .management: return isOther ? 0.85 : 1
    case .account: return asksForAccount ? 1.15 : 0.65
    case .experience: return asksForExperience ? 1.15 : asksForAccount ? 0.75 : 0.65
    case .public: return asksForPublic ? 1.2 : 0.75
    }
  }

  /// Where nothing else decides, looking comes before changing, and changing before deleting; what is written in the
  /// same number (`roles` for `roles`) before the other.
  private func prior(_ entry: SearchEntry) -> Double {
    var score = 0.1 * Double(entry.forms.intersection(forms).count)
    switch entry.action {
    case .read:
      let isMany = asksForMany && !asksForOne
      score += (entry.verb == "list") == isMany ? 0.35 : 0.1
      if asksForOne, entry.verb == "get" { score += 0.4 }
      if action == nil, isMany, entry.verb == "list" { score += 0.4 }
    case .update, .create: score += 0.1
    default: break
    }
    // What replaces all that is there is meant only when that is said.
    if entry.verb == "replac" || entry.verb == "reset" { score += asksForExactly ? 0.8 : -0.3 }
    return score
  }

  /// What the verb adds: the same verb most, one that does the same nearly as much, the opposite takes away.
  private func deed(_ entry: SearchEntry) -> Double {
    guard let action, let theirs = entry.action else { return 0 }
    if verbs.contains(entry.verb) { return 1.6 }
    if action == theirs { return 1.2 }
    if action.isWrite != theirs.isWrite { return -2 }
    // What is there or not is written all the same.
    if entry.verb == "upsert" || entry.verb == "replac" { return action == .delete ? -1.5 : 0.8 }
    // Adding, replacing and removing are not the same, yet all of them are writes.
    return action == .delete || theirs == .delete ? -2 : 0
  }
}
