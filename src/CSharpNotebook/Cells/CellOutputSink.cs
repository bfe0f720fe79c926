using System.Collections.Immutable;
using System.Globalization;
using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>
/// Receives the outputs of one execution of a cell, applies the output limit, assigns ids to displays, and passes them to the collector and
/// the observer. The sink of the running cell flows with the execution context, so that tasks and threads that the cell starts write to it
/// too; what they write after the cell has ended is passed to the observer but not collected.
/// </summary>
/// <param name="executionCount">The number of the execution.</param>
/// <param name="observer">Receives every output; null: none.</param>
/// <param name="input">Answers the cell's requests for input; null: none.</param>
/// <param name="keeps">Whether outputs are collected, or only passed on; the result is always collected.</param>
internal sealed class CellOutputSink(int executionCount, ICellObserver? observer = null, ICellInput? input = null, bool keeps = true)
{
    private static readonly AsyncLocal<CellOutputSink?> Flowing = new();

    private readonly Lock _lock = new();
    private readonly OutputCollector _collector = new(new DisplayPlaces());
    private readonly OutputBudget _budget = new((observer as IOutputLimit)?.OutputLimit ?? long.MaxValue);
    private readonly Queue<Action> _whenDone = [];
    private int _displayCount;

    /// <summary>The scripts that the session has shown.</summary>
    public ShownScripts Scripts { get; init; } = new();

    /// <summary>The cell: its id where the front end gives one, otherwise its text.</summary>
    public string Cell { get; init; } = "";

    /// <summary>The sink of the cell that is running here; null outside cells.</summary>
    public static CellOutputSink? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>The outputs collected so far.</summary>
    public ImmutableArray<CellOutput> Outputs => _collector.Outputs;

    /// <summary>Answers a request for input.</summary>
    public string Ask(string prompt, bool isPassword) =>
        (input ?? throw new NotSupportedException("The cell asks for an input, but nobody is there to answer.")).Ask(prompt, isPassword);

    public void Write(string name, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }
        // Checked here, before taking any lock, so that a cell that prints without end stops without being aborted inside a lock.
        StopRequest.CheckHere();
        lock (_lock)
        {
            WriteWhole(name, _budget.Take(text).ToString());
            SayWhatIsLeftOut();
        }
    }

    public void Add(CellOutput output)
    {
        lock (_lock)
        {
            if (output is RichOutput rich)
            {
                output = rich with { Data = Scripts.WithoutRepetition(rich.Data, Cell, this, displayId: null) };
            }

            if (!Fits(output))
            {
                return;
            }

            observer?.Show(output, displayId: null);
            if (keeps || output is ExecuteResultOutput)
            {
                _collector.Show(output, displayId: null);
            }
        }
    }

    /// <summary>Adds a display that can be updated.</summary>
    /// <returns>Its id: the number of the execution and, counted from 1, of the display, so that it is the same in every run.</returns>
    public string AddDisplay(MimeBundle data)
    {
        StopRequest.CheckHere();
        lock (_lock)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"display-{executionCount}-{++_displayCount}");
            var output = new DisplayDataOutput(Scripts.WithoutRepetition(data, Cell, this, id));
            if (!Fits(output))
            {
                return id;
            }

            observer?.Show(output, id);
            if (keeps)
            {
                _collector.Show(output, id);
            }

            return id;
        }
    }

    /// <summary>
    /// Replaces a display. After the end of the cell only an observer is notified: that of the cell that makes the update, because
    /// the front end listens to that cell's request.
    /// </summary>
    public void UpdateDisplay(string id, MimeBundle data)
    {
        StopRequest.CheckHere();
        var output = new DisplayDataOutput(Scripts.WithoutRepetition(data, Cell, this, id));
        lock (_lock)
        {
            if (!_budget.TakesUpdate(output))
            {
                SayWhatIsLeftOut();
                return;
            }

            _collector.Update(id, output);
        }
        (Current ?? this).TellOfUpdate(id, output);
    }

    /// <summary>Removes the outputs of the cell so far.</summary>
    public void Clear(bool wait)
    {
        lock (_lock)
        {
            Scripts.Forget(this);
            observer?.Clear(wait);
            _collector.Clear(wait);
        }
    }

    /// <summary>Shows a text beside the notebook.</summary>
    /// <returns>Whether an observer can do that.</returns>
    public bool Page(MimeBundle data)
    {
        lock (_lock)
        {
            return observer?.Page(data) ?? false;
        }
    }

    /// <summary>Has something done when the cell has run, whether it failed or not.</summary>
    public void WhenDone(Action action)
    {
        lock (_lock)
        {
            _whenDone.Enqueue(action);
        }
    }

    /// <summary>Does what was asked for, in that order.</summary>
    public void Complete()
    {
        while (_whenDone.TryDequeue(out Action? action))
        {
            action();
        }
    }

    /// <summary>Ends the collection.</summary>
    public void Close() => _collector.Close();

    private void TellOfUpdate(string id, DisplayDataOutput output)
    {
        lock (_lock)
        {
            observer?.Update(id, output);
        }
    }

    private void WriteWhole(string name, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        observer?.Write(name, text);
        if (keeps)
        {
            _collector.Write(name, text);
        }
    }

    private bool Fits(CellOutput output)
    {
        bool fits = _budget.Takes(output);
        SayWhatIsLeftOut();
        return fits;
    }

    private void SayWhatIsLeftOut()
    {
        if (_budget.Notice() is { } notice)
        {
            WriteWhole("stderr", notice);
        }
    }
}
