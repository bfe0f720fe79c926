namespace SurvivalKit;

/// <summary>Where the times of one variable lay when they were merged: a row of R's tcount.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Early">Before the subject's first interval.</param>
/// <param name="Late">After the subject's last interval.</param>
/// <param name="Gap">Between two intervals that do not meet.</param>
/// <param name="Within">Strictly within an interval, which was split there.</param>
/// <param name="Boundary">Where two intervals meet.</param>
/// <param name="Leading">At the start of an interval that meets none before it.</param>
/// <param name="Trailing">At the end of an interval that meets none after it.</param>
/// <param name="Tied">At the same time as another of the subject; these are in the counts before too.</param>
/// <param name="MissingId">Of a subject that the data merged into do not have; in none of the counts before. R's missid.</param>
public sealed record TMergeCount(
    string Variable, int Early, int Late, int Gap, int Within, int Boundary, int Leading, int Trailing, int Tied, int MissingId)
{
    /// <summary>The counts that are not 0: <c>bili: 30 within, 2 late</c>.</summary>
    public override string ToString()
    {
        string counts = string.Join(", ", Named.Where(count => count.Count > 0).Select(count => $"{count.Count} {count.Name}"));
        return $"{Variable}: {(counts.Length == 0 ? "no times" : counts)}";
    }

    /// <summary>The counts by their names in R, in their order.</summary>
    internal (string Name, int Count)[] Named =>
    [
        ("early", Early), ("late", Late), ("gap", Gap), ("within", Within), ("boundary", Boundary), ("leading", Leading),
        ("trailing", Trailing), ("tied", Tied), ("missid", MissingId),
    ];
}
