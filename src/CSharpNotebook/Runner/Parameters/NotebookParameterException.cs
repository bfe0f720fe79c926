namespace CSharpNotebook.Runner;

/// <summary>Parameters that cannot be used; the message is one sentence with the file or parameter and what was expected.</summary>
public sealed class NotebookParameterException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public NotebookParameterException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
