using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The colours of the levels of a track, which follow from the names of track and level and not from what else is drawn.</summary>
internal static class LevelColours
{
    // The first eight are alternately pale and dark; the others are muted too, each far from those before for normal sight and
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
        new("#22AA88", "#22AA88"),
        new("#5599EE", "#5599EE"),
        new("#AA7733", "#C4A070"),
        new("#AA66AA", "#C494C4"),
        new("#CC6666", "#DB9494"),
        new("#773333", "#A07070"),
        new("#88BB66", "#88BB66"),
        new("#EE99BB", "#EE99BB"),
        new("#55AAAA", "#55AAAA"),
        new("#2288BB", "#64ACCF"),
        new("#BB99EE", "#BB99EE"),
        new("#447755", "#7CA088"),
        new("#AADDBB", "#AADDBB"),
        new("#996688", "#B894AC"),
        new("#99AA88", "#99AA88"),
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
