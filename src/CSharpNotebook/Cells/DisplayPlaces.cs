namespace CSharpNotebook.Cells;

/// <summary>
/// The positions of displays that can be updated, over all cells whose outputs are collected together: an update can come from a later
/// cell.
/// </summary>
internal sealed class DisplayPlaces
{
    private readonly Dictionary<string, List<(OutputCollector Cell, int Index)>> _places = new(StringComparer.Ordinal);

    /// <summary>The lock for this object and the collectors of all its cells.</summary>
    public Lock Lock { get; } = new();

    /// <summary>Records that an output was shown under an id.</summary>
    public void Add(string displayId, OutputCollector cell, int index)
    {
        if (!_places.TryGetValue(displayId, out List<(OutputCollector, int)>? places))
        {
            _places[displayId] = places = [];
        }

        places.Add((cell, index));
    }

    /// <summary>The positions of an id; none when nothing was shown under it, or it was removed.</summary>
    public IReadOnlyList<(OutputCollector Cell, int Index)> Of(string displayId) => _places.GetValueOrDefault(displayId) ?? [];

    /// <summary>Removes the displays of a cell whose outputs were removed.</summary>
    public void Forget(OutputCollector cell)
    {
        foreach (List<(OutputCollector Cell, int Index)> places in _places.Values)
        {
            places.RemoveAll(place => place.Cell == cell);
        }
    }
}
