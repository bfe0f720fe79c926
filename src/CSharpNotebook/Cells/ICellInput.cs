namespace CSharpNotebook.Cells;

/// <summary>Asks the user of the notebook for input that a cell requests.</summary>
public interface ICellInput
{
    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="isPassword">Whether the answer is hidden on the screen.</param>
    /// <returns>The answer, without a line end.</returns>
    /// <exception cref="NotSupportedException">No user can be asked.</exception>
    string Ask(string prompt, bool isPassword);
}
