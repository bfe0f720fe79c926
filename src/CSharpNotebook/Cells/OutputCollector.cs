using System.Collections.Immutable;
using System.Text;
using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>
/// Collects the outputs of one execution of a cell, in order: consecutive texts of one stream become one
/// output, an update replaces what was shown, also by an earlier cell. The outputs can be read at any time, even when
/// the process of the cell has ended. The session, the runner and others that need the outputs in notebook form use it.
/// </summary>
/// <param name="displays">Shared by the cells that can update each other's displays.</param>
/// <param name="limit">How many characters the cell may output; applied by the session that runs it.</param>
internal sealed class OutputCollector(DisplayPlaces displays, long limit = long.MaxValue) : ICellObserver, IOutputLimit
{
    private readonly List<CellOutput> _outputs = [];
    private readonly OutputBudget _rawBudget = new(limit);
    private readonly StringBuilder _stream = new();
    private string _streamName = "";
    private bool _isClosed;
    private bool _clearsOnNext;

    public long OutputLimit => limit;

    /// <summary>The current outputs.</summary>
    public ImmutableArray<CellOutput> Outputs
    {
        get
        {
            lock (displays.Lock)
            {
                return _stream.Length == 0 ? [.. _outputs] : [.. _outputs, new StreamOutput(_streamName, _stream.ToString())];
            }
        }
    }

    public void Write(string name, string text)
    {
        lock (displays.Lock)
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

    /// <summary>Adds a text that did not come through a session: the limit has not been applied to it.</summary>
    public void WriteRaw(string name, string text)
    {
        lock (displays.Lock)
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
        lock (displays.Lock)
        {
            if (_isClosed)
            {
                return;
            }

            ClearIfWaiting();
            EndStream();
            if (displayId is not null && output is RichOutput)
            {
                displays.Add(displayId, this, _outputs.Count);
            }

            _outputs.Add(output);
        }
    }

    public void Update(string displayId, DisplayDataOutput output)
    {
        lock (displays.Lock)
        {
            foreach ((OutputCollector cell, int index) in displays.Of(displayId))
            {
                cell._outputs[index] = (RichOutput)cell._outputs[index] with { Data = output.Data, Metadata = output.Metadata };
            }
        }
    }

    public void Clear(bool wait)
    {
        lock (displays.Lock)
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

    /// <summary>There is no pager.</summary>
    public bool Page(MimeBundle data) => false;

    /// <summary>Ends the collection; later output of threads that still run belongs to no cell.</summary>
    public void Close()
    {
        lock (displays.Lock)
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
        _outputs.Clear();
        displays.Forget(this);
    }

    private void EndStream()
    {
        if (_stream.Length == 0)
        {
            return;
        }

        _outputs.Add(new StreamOutput(_streamName, _stream.ToString()));
        _stream.Clear();
    }
}
