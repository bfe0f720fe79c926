namespace CSharpNotebook.Cells;

/// <summary>Asks the person in front of the notebook, when a cell wants to know something.</summary>
public interface ICellInput
{
    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="isPassword">Whether the answer is not to be seen on the screen.</param>
    /// <returns>The answer, without a line end.</returns>
    /// <exception cref="NotSupportedException">There is nobody to ask.</exception>
    string Ask(string prompt, bool isPassword);
}
