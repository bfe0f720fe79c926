using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using SkiaSharp;

namespace SurvivalKit.Figures;

/// <summary>The fonts of the system, each read at first use.</summary>
internal static class SystemFonts
{
    // A family without serifs goes with Inter; the others in the order of their names, so that a machine always chooses the same.
    private static readonly string[] Apart = ["mono", "serif", "condensed", "narrow", "light", "last resort", "lastresort", "blank", "math"];

    private static readonly Lazy<ImmutableArray<string>> Families = new(() =>
    [
        .. SKFontManager.Default.FontFamilies.Where(name => !name.StartsWith('.')).Distinct(StringComparer.Ordinal)
            .OrderBy(name => (Apart.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 2 : 0)
                + (name.Contains("sans", StringComparison.OrdinalIgnoreCase) ? 0 : 1))
            .ThenBy(name => name, StringComparer.Ordinal),
    ]);

    private static readonly ConcurrentDictionary<(string Family, TextWeight Weight), FontFace?> Read = new();

    /// <summary>The faces in the order in which they are tried for a character: the system's own choice, where it has one, first.</summary>
    public static IEnumerable<FontFace> Faces(Rune rune, TextWeight weight)
    {
        using SKTypeface? choice = SKFontManager.Default.MatchCharacter(rune.Value);
        IEnumerable<string> families = choice is null ? Families.Value : Families.Value.Prepend(choice.FamilyName);
        foreach (string family in families)
        {
            if (Read.GetOrAdd((family, weight), key => Load(key.Family, key.Weight)) is { } face)
            {
                yield return face;
            }
        }
    }

    private static FontFace? Load(string family, TextWeight weight) =>
        SKFontManager.Default.MatchFamily(family, weight == TextWeight.SemiBold ? SKFontStyle.Bold : SKFontStyle.Normal) is { } typeface
            ? new FontFace(typeface)
            : null;
}
