using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>
/// The scripts that the outputs of a session have shown: each is stored in the notebook once (<see cref="OnceScripts"/>). It stays with the
/// cell that showed it first, also when that cell is run again and its outputs with the script are replaced.
/// </summary>
internal sealed class ShownScripts
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>An output without the scripts that the notebook has already.</summary>
    /// <param name="data">The output.</param>
    /// <param name="cell">The cell: its id where the front end gives one, otherwise its text.</param>
    /// <param name="execution">The execution of the cell.</param>
    /// <param name="displayId">The id of the display; null: it cannot be updated.</param>
    public MimeBundle WithoutRepetition(MimeBundle data, string cell, object execution, string? displayId) =>
        OnceScripts.Filter(data, name => IsNew(name, new Place(cell, execution, displayId)));

    /// <summary>Forgets what an execution has shown, since its outputs are removed.</summary>
    public void Forget(object execution)
    {
        lock (_lock)
        {
            foreach ((string name, Place place) in _places)
            {
                if (ReferenceEquals(place.Execution, execution))
                {
                    _places.Remove(name);
                }
            }
        }
    }

    private bool IsNew(string name, Place place)
    {
        lock (_lock)
        {
            bool isNew = !_places.TryGetValue(name, out Place? first)
                || (first.Cell == place.Cell && !ReferenceEquals(first.Execution, place.Execution))
                || (first.DisplayId is not null && first.DisplayId == place.DisplayId);
            if (isNew)
            {
                _places[name] = place;
            }

            return isNew;
        }
    }

    private sealed record Place(string Cell, object Execution, string? DisplayId);
}
