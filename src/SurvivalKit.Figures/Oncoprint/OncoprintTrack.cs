using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>A track with the colours of its values.</summary>
internal sealed class OncoprintTrack
{
    private readonly SampleTrack _track;
    private readonly ImmutableArray<string> _levels;
    private readonly ImmutableArray<Tone> _colours;
    private readonly bool _hasUnknown;

    private OncoprintTrack(SampleTrack track, ImmutableArray<string> samples)
    {
        _track = track;
        IEnumerable<string> found = samples.Select(Value).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        _levels = [.. (track.Levels ?? []).Concat(found).Distinct(StringComparer.Ordinal)];
        _colours = LevelColours.Choose(track, _levels);
        _hasUnknown = samples.Any(s => Value(s) is null);
    }

    /// <summary>Name of the track.</summary>
    public string Name => _track.Name;

    /// <summary>The values and their colours; a value that is not known has none.</summary>
    public IEnumerable<(string Label, Tone? Tone)> Key
    {
        get
        {
            IEnumerable<(string, Tone?)> known = _levels.Select((l, i) => (l, (Tone?)_colours[i]));
            return _hasUnknown ? known.Append(("Unknown", null)) : known;
        }
    }

    /// <summary>The tracks of a figure.</summary>
    public static ImmutableArray<OncoprintTrack> Align(IReadOnlyList<SampleTrack> tracks, ImmutableArray<string> samples) =>
        [.. tracks.Select(track => new OncoprintTrack(track, samples))];

    /// <summary>Colour of a sample; null where its value is not known.</summary>
    public Tone? ToneOf(string sample) => Value(sample) is { } value ? _colours[_levels.IndexOf(value)] : null;

    /// <summary>The picture of a value in a key.</summary>
    public static Mark Swatch(Tone? tone, double x, double y, double size) => tone is { } colour
        ? new RectangleMark(x, y, size, size, new Fill(colour))
        : new RectangleMark(x + 0.3, y + 0.3, size - 0.6, size - 0.6, Stroke: new Stroke(Tones.Rule, 0.6));

    private string? Value(string sample) =>
        _track.Values.TryGetValue(sample, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
