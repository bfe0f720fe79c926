namespace SurvivalKit;

/// <summary>The default order of the levels of a text column.</summary>
internal static class LevelOrder
{
    /// <summary>Compares letters before case, as R sorts in a natural-language locale (a, A, b, B), and the same on every
    /// machine.</summary>
    public static IComparer<string> Text { get; } = Comparer<string>.Create((left, right) =>
    {
        int byLetter = StringComparer.OrdinalIgnoreCase.Compare(left, right);
        return byLetter != 0 ? byLetter : StringComparer.Ordinal.Compare(right, left);
    });
}
