using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The colours of the levels of a track, which follow from the names of track and level and not from what else is drawn.</summary>
internal static class LevelColours
{
    // The first eight are alternately pale and dark; the others are each as far as possible from those before, for normal sight and
    // for deuteranopia, and from paper and empty cells. Their number is prime, as FixedChoice wants it.
    private static readonly ImmutableArray<Tone> Colours =
    [
        new("#88CCEE", "#88CCEE"),
        new("#44517A", "#6F80BD"),
        new("#DDCC77", "#DDCC77"),
        new("#882255", "#B8517F"),
        new("#CCBBEE", "#CCBBEE"),
        new("#5D6B2E", "#8FA24C"),
        new("#EEAA99", "#EEAA99"),
        new("#555555", "#888888"),
        new("#2222FF", "#6464FF"),
        new("#4477FF", "#7CA0FF"),
        new("#CC44DD", "#DB7CE7"),
        new("#EE2222", "#F36464"),
        new("#AADD22", "#AADD22"),
        new("#FF2299", "#FF64B8"),
        new("#5522BB", "#8864CF"),
        new("#BB66BB", "#CF94CF"),
        new("#44AA44", "#44AA44"),
        new("#554499", "#887CB8"),
        new("#228888", "#64ACAC"),
        new("#CC5566", "#DB8894"),
        new("#773333", "#A07070"),
        new("#3399FF", "#3399FF"),
        new("#EE9944", "#EE9944"),
    ];

    /// <summary>The colours of levels in their order.</summary>
    /// <exception cref="SurvivalDataException">There are more levels without a given colour than colours.</exception>
    public static ImmutableArray<Tone> Choose(SampleTrack track, ImmutableArray<string> levels)
    {
        ImmutableArray<string> open = [.. levels.Where(level => !track.Colours.ContainsKey(level))];
        if (open.Length > Colours.Length)
        {
            throw new SurvivalDataException(
                $"The track '{track.Name}' has {open.Length} levels; at most {Colours.Length} can be told apart by colour, or Colours for each of them.");
        }

        ImmutableDictionary<string, int> places = FixedChoice.Among(Colours.Length, open, level => $"{track.Name}\n{level}");
        return [.. levels.Select(level => track.Colours.TryGetValue(level, out string? given)
            ? KaplanMeierStyle.Given(given)
            : Colours[places[level]])];
    }
}
