namespace CSharpNotebook.Cells;

/// <summary>Passes a failure from where it is found to the end of the cell.</summary>
internal sealed class CellFailedException(CellFailure failure) : Exception(failure.Message)
{
    public CellFailure Failure { get; } = failure;
}
