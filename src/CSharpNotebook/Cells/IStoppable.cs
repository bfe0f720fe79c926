namespace CSharpNotebook.Cells;

/// <summary>An execution that can be asked to stop.</summary>
internal interface IStoppable
{
    /// <summary>Whether a stop was requested and has not happened yet.</summary>
    bool IsStopping { get; }
}
