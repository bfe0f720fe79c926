using System.Collections.Immutable;
using System.Text;
using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>
/// Collects the outputs of one execution of a cell, in the order in which they come: texts of one stream that follow each other become one
/// output, an update replaces what was shown, also by an earlier cell. What there is can be read at any time, so that it is there even when
/// the process of the cell is not any more. The session, the runner and whoever else wants the outputs as a notebook holds them use it.
/// </summary>
/// <param name="displays">Shared by the cells between which updates go.</param>
/// <param name="limit">How many characters the cell may put out; the session that runs it keeps to it.</param>
internal sealed class OutputCollector(DisplayPlaces displays, long limit = long.MaxValue) : ICellObserver, IOutputLimit
{
    private readonly List<CellOutput> _outputs = [];
    private readonly OutputBudget _rawBudget = new(limit);
    private readonly StringBuilder _stream = new();
    private string _streamName = "";
    private bool _isClosed;
    private bool _clearsOnNext;

    public long OutputLimit => limit;

    /// <summary>The outputs as they stand now.</summary>
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

    /// <summary>Takes a text that did not come through a session: the limit has not been applied to it.</summary>
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

    /// <summary>Nobody is beside the notebook who could read.</summary>
    public bool Page(MimeBundle data) => false;

    /// <summary>Ends the collection; what a thread that the cell left behind says later belongs to no cell.</summary>
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
