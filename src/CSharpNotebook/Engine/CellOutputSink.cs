using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CSharpNotebook.Format;

namespace CSharpNotebook.Engine;

/// <summary>
/// Collects what one execution of a cell produces, in order. The sink of the running cell flows with the execution context, so that
/// tasks and threads that the cell starts write to it too; what they write after the cell has ended is dropped.
/// </summary>
internal sealed class CellOutputSink
{
    private static readonly AsyncLocal<CellOutputSink?> Flowing = new();

    private readonly Lock _lock = new();
    private readonly List<CellOutput> _outputs = [];
    private readonly Dictionary<string, int> _displays = new(StringComparer.Ordinal);
    private StringBuilder? _stream;
    private string _streamName = "";
    private bool _closed;

    /// <summary>The sink of the cell that is running here; null outside cells.</summary>
    public static CellOutputSink? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public void Write(string name, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        lock (_lock)
        {
            if (_closed) return;
            if (_stream is null || _streamName != name)
            {
                EndStream();
                _stream = new StringBuilder();
                _streamName = name;
            }
            _stream.Append(text);
        }
    }

    public void Add(CellOutput output)
    {
        lock (_lock)
        {
            if (_closed) return;
            EndStream();
            _outputs.Add(output);
        }
    }

    /// <summary>Adds a display that can be updated.</summary>
    /// <returns>Its id, counted from 1 in its cell, so that it is the same in every run.</returns>
    public string AddDisplay(MimeBundle data)
    {
        lock (_lock)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"display-{_displays.Count + 1}");
            if (_closed) return id;
            EndStream();
            _displays[id] = _outputs.Count;
            _outputs.Add(new DisplayDataOutput(data));
            return id;
        }
    }

    public void UpdateDisplay(string id, MimeBundle data)
    {
        lock (_lock)
        {
            if (!_closed && _displays.TryGetValue(id, out int index)) _outputs[index] = new DisplayDataOutput(data);
        }
    }

    public ImmutableArray<CellOutput> Close()
    {
        lock (_lock)
        {
            EndStream();
            _closed = true;
            return [.. _outputs];
        }
    }

    private void EndStream()
    {
        if (_stream is null) return;
        _outputs.Add(new StreamOutput(_streamName, _stream.ToString()));
        _stream = null;
    }
}
