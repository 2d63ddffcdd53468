"""Refreshes a warehouse each night with Apache Airflow 2.

Exit codes 4 and 6 are worth another try; with the others a second try gives the same.
"""

import subprocess
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

ALMAGEST = "/opt/almagest/submit/almagest"
WAREHOUSE = "/data/warehouse"
INPUT = "/data/papers/*.jsonl.gz"
WORTH_ANOTHER_TRY = {4, 6}


@dag(
    schedule="15 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=30)},
)
def almagest():
    @task
    def refresh(ds_nodash=None):
        # The same id for each try of a night, which makes it the same run.
        command = [
            ALMAGEST, "run", "--run-id", f"nightly-{ds_nodash}", "--input", INPUT, "--warehouse", WAREHOUSE,
        ]
        code = subprocess.run(command, check=False).returncode
        if code in WORTH_ANOTHER_TRY:
            raise AirflowException(f"almagest ended with {code}; the next try goes on")
        if code != 0:
            raise AirflowFailException(f"almagest ended with {code}; see the log above")

    @task
    def tidy():
        subprocess.run([ALMAGEST, "gc", "--keep", "10", "--warehouse", WAREHOUSE], check=True)

    refresh() >> tidy()


almagest()
