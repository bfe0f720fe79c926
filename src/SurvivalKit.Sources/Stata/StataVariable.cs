namespace SurvivalKit.Sources;

/// <summary>A variable of a Stata file.</summary>
/// <param name="Name">The name.</param>
/// <param name="Storage">How its values are stored.</param>
/// <param name="Width">The bytes of a text.</param>
/// <param name="Format">How its values are shown, as <c>%td</c>.</param>
/// <param name="LabelSet">The set of labels of its values; empty where it has none.</param>
/// <param name="Label">Its label; empty where it has none.</param>
internal sealed record StataVariable(string Name, StataStorage Storage, int Width, string Format, string LabelSet, string Label)
{
    /// <summary>What its numbers count. Those in weeks, months, quarters and years stay numbers, as with R's haven.</summary>
    public MomentKind Moment => Format.TrimStart('%', '-') switch
    {
        ['t', 'd', ..] or ['d', ..] => MomentKind.Days,
        ['t', 'c' or 'C', ..] => MomentKind.Milliseconds,
        _ => MomentKind.None,
    };
}
