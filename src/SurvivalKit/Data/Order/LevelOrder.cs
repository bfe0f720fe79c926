namespace SurvivalKit;

/// <summary>The default order of the levels of a text column: <see cref="TextOrder"/>. The reference level of a regression, the scores of a
/// trend and the order of groups in tables and legends follow from it.</summary>
internal static class LevelOrder
{
    /// <summary>As R sorts in a natural locale, and the same on every machine.</summary>
    public static IComparer<string> Text { get; } = TextOrder.Natural;
}
