using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>
/// Receives the outputs of a cell as they are produced: a notebook front end shows them, a runner stores them. Calls come from the
/// threads of the cell, one at a time.
/// </summary>
public interface ICellObserver
{
    /// <summary>The cell wrote to the console; this includes threads that still run after the cell's end.</summary>
    /// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">The text, as it was written.</param>
    void Write(string name, string text);

    /// <summary>The cell showed something: a display, its result, or an error.</summary>
    /// <param name="output">The output.</param>
    /// <param name="displayId">The id under which it can be updated, unique in its session; null when it cannot be.</param>
    void Show(CellOutput output, string? displayId);

    /// <summary>A display of this cell or an earlier one was replaced.</summary>
    /// <param name="displayId">The id under which it was shown.</param>
    /// <param name="output">The new output.</param>
    void Update(string displayId, DisplayDataOutput output);

    /// <summary>The outputs of the cell so far are to be removed.</summary>
    /// <param name="wait">Whether they stay until there is a new output.</param>
    void Clear(bool wait);

    /// <summary>A text is to be shown beside the notebook, such as the documentation of a name (a pager).</summary>
    /// <param name="data">The text in its representations.</param>
    /// <returns>Whether it is shown; if not, it becomes an output of the cell.</returns>
    bool Page(MimeBundle data);
}
