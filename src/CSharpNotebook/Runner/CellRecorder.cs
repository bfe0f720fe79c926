using System.Collections.Immutable;
using System.Text;
using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace CSharpNotebook.Runner;

/// <summary>
/// Keeps the outputs of all cells of a run as they come, so that what a cell has put out is there even when the process is not any more, and
/// an update reaches a display of an earlier cell.
/// </summary>
internal sealed class CellRecorder(int cellCount)
{
    private readonly Lock _lock = new();
    private readonly List<CellOutput>?[] _outputs = new List<CellOutput>?[cellCount];
    private readonly Dictionary<string, List<(int Cell, int Place)>> _displays = new(StringComparer.Ordinal);

    /// <summary>An observer for one execution of a cell.</summary>
    /// <param name="cell">The place of the cell, counted from 0.</param>
    /// <param name="limit">How many characters the cell may put out.</param>
    public Recording Begin(int cell, long limit)
    {
        _outputs[cell] = [];
        return new Recording(this, cell, limit);
    }

    /// <summary>The outputs of a cell as they stand now; null when it has not been begun.</summary>
    public ImmutableArray<CellOutput>? OutputsOf(int cell)
    {
        lock (_lock)
        {
            return _outputs[cell] is { } outputs ? [.. outputs] : null;
        }
    }

    private void Update(string displayId, DisplayDataOutput output)
    {
        foreach ((int cell, int place) in _displays.GetValueOrDefault(displayId) ?? [])
        {
            RichOutput old = (RichOutput)_outputs[cell]![place];
            _outputs[cell]![place] = old with { Data = output.Data, Metadata = output.Metadata };
        }
    }

    private void Clear(int cell)
    {
        _outputs[cell]!.Clear();
        foreach (List<(int Cell, int Place)> places in _displays.Values)
        {
            places.RemoveAll(place => place.Cell == cell);
        }
    }

    /// <summary>Records one execution of a cell, until it is closed.</summary>
    internal sealed class Recording(CellRecorder owner, int cell, long limit) : ICellObserver, IOutputLimit
    {
        private readonly OutputBudget _rawBudget = new(limit);
        private readonly StringBuilder _stream = new();
        private string _streamName = "";
        private bool _isClosed;
        private bool _clearsOnNext;

        public long OutputLimit => limit;

        public void Write(string name, string text)
        {
            lock (owner._lock)
            {
                if (_isClosed || text.Length == 0)
                {
                    return;
                }

                ClearIfWaiting();
                if (name != _streamName)
                {
                    EndStream();
                }

                _streamName = name;
                _stream.Append(text);
            }
        }

        /// <summary>Records what did not come through the session: the limit has not been applied to it.</summary>
        public void WriteRaw(string name, string text)
        {
            lock (owner._lock)
            {
                Write(name, _rawBudget.Take(text).ToString());
                if (_rawBudget.Notice() is { } notice)
                {
                    Write("stderr", notice);
                }
            }
        }

        public void Show(CellOutput output, string? displayId)
        {
            lock (owner._lock)
            {
                if (_isClosed)
                {
                    return;
                }

                ClearIfWaiting();
                EndStream();
                if (displayId is not null && output is RichOutput)
                {
                    if (!owner._displays.TryGetValue(displayId, out List<(int, int)>? places))
                    {
                        owner._displays[displayId] = places = [];
                    }

                    places.Add((cell, owner._outputs[cell]!.Count));
                }
                owner._outputs[cell]!.Add(output);
            }
        }

        public void Update(string displayId, DisplayDataOutput output)
        {
            lock (owner._lock)
            {
                owner.Update(displayId, output);
            }
        }

        public void Clear(bool wait)
        {
            lock (owner._lock)
            {
                if (_isClosed)
                {
                    return;
                }

                _clearsOnNext = true;
                if (!wait)
                {
                    ClearIfWaiting();
                }
            }
        }

        /// <summary>Nobody is beside the notebook who could read.</summary>
        public bool Page(MimeBundle data) => false;

        /// <summary>Ends the recording; what a thread that the cell left behind says later belongs to no cell.</summary>
        public void Close()
        {
            lock (owner._lock)
            {
                EndStream();
                _isClosed = true;
            }
        }

        private void ClearIfWaiting()
        {
            if (!_clearsOnNext)
            {
                return;
            }

            _clearsOnNext = false;
            _stream.Clear();
            owner.Clear(cell);
        }

        private void EndStream()
        {
            if (_stream.Length == 0)
            {
                return;
            }

            owner._outputs[cell]!.Add(new StreamOutput(_streamName, _stream.ToString()));
            _stream.Clear();
        }
    }
}
