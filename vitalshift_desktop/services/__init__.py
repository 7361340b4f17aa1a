"""What the counselor can do, one method for one act."""
