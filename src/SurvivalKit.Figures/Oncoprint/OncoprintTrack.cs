using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>A track with the colours of its values; tracks of one figure reuse no colour before all are used.</summary>
internal sealed class OncoprintTrack
{
    // Alternately pale and dark, so that neighbours differ in grey; none is the colour of a usual class of alterations.
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
    ];

    private readonly SampleTrack _track;
    private readonly ImmutableArray<string> _levels;
    private readonly int _first;
    private readonly bool _hasUnknown;

    private OncoprintTrack(SampleTrack track, ImmutableArray<string> samples, int first)
    {
        _track = track;
        _first = first;
        IEnumerable<string> found = samples.Select(Value).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        _levels = [.. (track.Levels ?? []).Concat(found).Distinct(StringComparer.Ordinal)];
        _hasUnknown = samples.Any(s => Value(s) is null);
    }

    /// <summary>Name of the track.</summary>
    public string Name => _track.Name;

    /// <summary>The values and their colours; a value that is not known has none.</summary>
    public IEnumerable<(string Label, Tone? Tone)> Key
    {
        get
        {
            IEnumerable<(string, Tone?)> known = _levels.Select((l, i) => (l, (Tone?)Colour(i)));
            return _hasUnknown ? known.Append(("Unknown", null)) : known;
        }
    }

    /// <summary>The tracks of a figure.</summary>
    public static ImmutableArray<OncoprintTrack> Align(IReadOnlyList<SampleTrack> tracks, ImmutableArray<string> samples)
    {
        ImmutableArray<OncoprintTrack>.Builder result = ImmutableArray.CreateBuilder<OncoprintTrack>(tracks.Count);
        int first = 0;
        foreach (SampleTrack track in tracks)
        {
            var made = new OncoprintTrack(track, samples, first);
            first += made._levels.Length;
            result.Add(made);
        }

        return result.ToImmutable();
    }

    /// <summary>Colour of a sample; null where its value is not known.</summary>
    public Tone? ToneOf(string sample) => Value(sample) is { } value ? Colour(_levels.IndexOf(value)) : null;

    /// <summary>The picture of a value in a key.</summary>
    public static Mark Swatch(Tone? tone, double x, double y, double size) => tone is { } colour
        ? new RectangleMark(x, y, size, size, new Fill(colour))
        : new RectangleMark(x + 0.3, y + 0.3, size - 0.6, size - 0.6, Stroke: new Stroke(Tones.Rule, 0.6));

    private Tone Colour(int level) => Colours[(_first + level) % Colours.Length];

    private string? Value(string sample) =>
        _track.Values.TryGetValue(sample, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
