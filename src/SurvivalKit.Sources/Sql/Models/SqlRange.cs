namespace SurvivalKit.Sources;

/// <summary>The times after one and up to another.</summary>
/// <param name="After">The time before the first.</param>
/// <param name="UpTo">The last time.</param>
internal readonly record struct SqlRange(double After, double UpTo)
{
    /// <summary>All times.</summary>
    public static SqlRange All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The ranges between edges, the first first.</summary>
    public static SqlRange[] Between(IReadOnlyList<double> edges)
    {
        double[] all = [double.NegativeInfinity, .. edges, double.PositiveInfinity];
        return [.. all.Zip(all.Skip(1), (after, upTo) => new SqlRange(after, upTo))];
    }

    /// <summary>Whether a time is in the range.</summary>
    public bool Contains(double time) => time > After && time <= UpTo;

    /// <summary>The condition that a column of times is in the range, with AND before each of its parts.</summary>
    /// <param name="time">The column.</param>
    /// <param name="literal">Writes a number.</param>
    public SqlText And(string time, Func<double, SqlText> literal)
    {
        SqlText after = double.IsFinite(After) ? SqlText.Of($" AND {SqlText.Raw(time)} > {literal(After)}") : SqlText.Empty;
        SqlText upTo = double.IsFinite(UpTo) ? SqlText.Of($" AND {SqlText.Raw(time)} <= {literal(UpTo)}") : SqlText.Empty;
        return SqlText.Of($"{after}{upTo}");
    }
}
