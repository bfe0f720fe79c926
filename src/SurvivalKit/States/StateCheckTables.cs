namespace SurvivalKit;

/// <summary>A check of states as tables.</summary>
internal static class StateCheckTables
{
    public static TableModel Transitions(StateCheckResult check)
    {
        string[] from = [.. check.States.Where(state => check.Transitions.Any(count => count.From == state))];
        string?[] to =
        [
            .. check.States.Where(state => check.Transitions.Any(count => count.To == state)),
            .. check.Transitions.Any(count => count.To is null) ? (string?[])[null] : [],
        ];
        return new(
            ResultSentences.Title("Transitions", check.Formula),
            [new("from", TableAlignment.Left), .. TableColumns.Numbers([.. to.Select(state => state ?? "(censored)")])],
            from.Select(state => new TableRow(
            [
                state,
                .. to.Select(reached => TableCell.Number(
                    check.Transitions.FirstOrDefault(count => count.From == state && count.To == reached)?.Count ?? 0, NumberKind.Count)),
            ])))
        {
            Lead =
            [
                $"n = {NumberText.Count(check.Subjects, "subject")}, {NumberText.Count(check.Observations, "row")}, "
                    + $"{NumberText.Count(check.TransitionTotal, "transition")}.",
                .. ResultSentences.LeftOut(check.Omitted),
                check.IsSound
                    ? "Each row starts where the one of the same subject before it ends, in the state in which it ends."
                    : string.Join(", ", Enum.GetValues<StateProblemKind>().Where(kind => check.Count(kind) > 0).Select(
                        kind => $"{StateCheckResult.WordOf(kind)}: {NumberText.Count(check.Count(kind), "row")}")) + ".",
            ],
            Cautions = check.Cautions,
        };
    }

    public static TableModel Visits(StateCheckResult check)
    {
        int[] times = [.. check.Visits.Select(visits => visits.Times).Distinct().Order()];
        string[] headers = Array.ConvertAll(times, count => FormattableString.Invariant($"{count}"));
        return new(
            "Subjects by number of transitions to a state",
            [new("state", TableAlignment.Left), .. TableColumns.Numbers(headers)],
            check.Visits.GroupBy(visits => visits.State ?? "(any)").Select(state => new TableRow(
            [
                state.Key,
                .. times.Select(count => TableCell.Number(
                    state.FirstOrDefault(visits => visits.Times == count)?.Subjects ?? 0, NumberKind.Count)),
            ])));
    }

    public static TableModel Problems(StateCheckResult check) => new(
        "Rows that do not go with the one before",
        [new("kind", TableAlignment.Left), new("row"), new("problem", TableAlignment.Left)],
        check.Problems.Select(problem => new TableRow(
        [
            StateCheckResult.WordOf(problem.Kind),
            TableCell.Number(problem.Row, NumberKind.Count),
            problem.Sentence,
        ])));
}
