using System.Runtime;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Stopping;

/// <summary>
/// Runs the code of one cell so that it can be stopped at any point: in an endless loop, asleep, or waiting. What the cell awaits
/// without leaving its context continues here too.
/// </summary>
/// <remarks>
/// First the loops of the cell are asked to end (<see cref="StopRequest"/>) and waits are interrupted. What still runs after a second, such
/// as a long computation of a library, is aborted; this may leave data in an inconsistent state, and the runtime itself does not
/// always survive it. It is only for a kernel, where a user requests it and can restart.
/// </remarks>
internal sealed class CellScheduler : TaskScheduler, IStoppable, IDisposable
{
    /// <summary>Milliseconds until the first interruption of a wait, and between the next.</summary>
    private const int FirstAlarm = 20, NextAlarm = 50;

    /// <summary>Milliseconds for which a request remains valid after the cell has stopped.</summary>
    private const int Afterwards = 250;

    /// <summary>The number of interruptions after which the threads are aborted: a second.</summary>
    private const int PatientAlarms = 20;

    [ThreadStatic]
    private static CellScheduler? _here;

    private readonly Lock _lock = new();
    private readonly HashSet<Thread> _threads = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _registration;

    /// <summary>
    /// The source that aborts the threads. Not the caller's token: cancelling this one waits until the threads have noticed, and under a
    /// token that can never be cancelled ControlledExecution would wait forever when the code has ended.
    /// </summary>
    private readonly CancellationTokenSource _abort = new();
    private Timer? _alarm;
    private int _alarms;
    private bool _isStopping;

    private readonly Context _context;

    private readonly int _session;

    /// <param name="session">The number of the session, see <see cref="StopRequest"/>.</param>
    /// <param name="token">Signals the stop.</param>
    public CellScheduler(int session, CancellationToken token)
    {
        _session = session;
        _context = new Context(this);
        _registration = token.UnsafeRegister(static scheduler => ((CellScheduler)scheduler!).Stop(), this);
    }

    /// <summary>Ends when the cell was to stop and none of its threads runs any more.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Whether the cell is to stop, and still has threads that have not.</summary>
    public bool IsStopping => Volatile.Read(ref _isStopping) && !_stopped.Task.IsCompleted;

    public void Dispose()
    {
        // Work that the cell gave to other threads has some time to see the request. Later it would only stop work that should continue,
        // such as a timer.
        if (_isStopping)
        {
            _ = Task.Delay(Afterwards).ContinueWith(_ => StopRequest.TakeBack(_session, this), TaskScheduler.Default);
        }

        _registration.Dispose();
        lock (_lock)
        {
            _alarm?.Dispose();
        }
    }

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => Enqueue(() => TryExecuteTask(task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(_here, this) && TryExecuteTask(task);

    private void Enqueue(Action work)
    {
        lock (_lock)
        {
            if (_isStopping)
            {
                return;
            }
        }
        CellThread.Run(() => Run(work));
    }

    /// <summary>Runs work on this thread.</summary>
    /// <returns>Whether the thread may be used again: not when it was to be stopped.</returns>
    private bool Run(Action work)
    {
        Thread thread = Thread.CurrentThread;
        lock (_lock)
        {
            if (_isStopping)
            {
                return true;
            }

            _threads.Add(thread);
        }
        _here = this;
        SynchronizationContext.SetSynchronizationContext(_context);
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that does not check for a stop; see the remarks.
            ControlledExecution.Run(work, _abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception exception) when (exception is OperationCanceledException or ThreadInterruptedException or ThreadAbortException)
        {
            // It was stopped: nobody waits for the task.
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
            _here = null;
        }
        lock (_lock)
        {
            _threads.Remove(thread);
            if (_threads.Count == 0 && _isStopping)
            {
                _stopped.TrySetResult();
            }

            return !_isStopping;
        }
    }

    private void Stop()
    {
        lock (_lock)
        {
            _isStopping = true;
            if (_threads.Count == 0)
            {
                _stopped.TrySetResult();
                return;
            }
            StopRequest.Make(_session, this);
            _alarm = new Timer(static scheduler => ((CellScheduler)scheduler!).Alarm(), this, FirstAlarm, NextAlarm);
        }
    }

    /// <summary>Interrupts waits repeatedly, because a <c>catch</c> may swallow one; then aborts.</summary>
    private void Alarm()
    {
        lock (_lock)
        {
            if (_threads.Count == 0)
            {
                return;
            }

            if (++_alarms < PatientAlarms)
            {
                foreach (Thread thread in _threads)
                {
                    thread.Interrupt();
                }

                return;
            }
            _alarm?.Dispose();
        }
        _ = Task.Run(_abort.Cancel);
    }

    /// <summary>
    /// Where an <c>await</c> continues. A scheduler alone would be enough, but a continuation through a scheduler turns an abort into an
    /// exception on the thread pool, which ends the process.
    /// </summary>
    private sealed class Context(CellScheduler scheduler) : SynchronizationContext
    {
        private readonly CellOutputSink? _sink = CellOutputSink.Current;

        public override SynchronizationContext CreateCopy() => this;

        public override void Post(SendOrPostCallback d, object? state)
        {
            ExecutionContext? flow = ExecutionContext.Capture();
            scheduler.Enqueue(() => Call(flow, d, state));
        }

        private void Call(ExecutionContext? flow, SendOrPostCallback callback, object? state)
        {
            try
            {
                if (flow is null)
                {
                    callback(state);
                }
                else
                {
                    ExecutionContext.Run(flow, callback.Invoke, state);
                }
            }
            catch (Exception exception) when (exception is not (ThreadAbortException or ThreadInterruptedException))
            {
                // Nothing awaits it: it was thrown by an async void method, which runs outside the cell's tasks.
                _sink?.Write("stderr", exception + "\n");
            }
        }
    }
}
